using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace ReferenceRing.Tests;

/// <summary>Threads that start together. What one of them throws fails the test, and so does one that does not come to its end.</summary>
internal static class Party
{
    /// <summary>Much longer than any test needs, on a busy machine too: whoever is not done by then has missed a wake-up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void Run(params Action[] members)
    {
        using var start = new Barrier(members.Length);
        var failures = new Exception?[members.Length];
        var threads = members.Select((member, index) => new Thread(() =>
        {
            try
            {
                start.SignalAndWait();
                member();
            }
            catch (Exception failure)
            {
                failures[index] = failure;
            }
        })
        {
            IsBackground = true,
        }).ToArray();

        foreach (var thread in threads)
        {
            thread.Start();
        }

        var late = Late(threads);
        if (Array.Find(failures, static failure => failure is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        if (late.Count != 0)
        {
            throw new TimeoutException($"Not done after {Patience}: members {string.Join(", ", late)} of {members.Length}.");
        }
    }

    private static List<int> Late(Thread[] threads)
    {
        var deadline = Deadline.After(Patience);
        var late = new List<int>();
        for (var i = 0; i < threads.Length; i++)
        {
            if (!threads[i].Join(deadline.Milliseconds))
            {
                late.Add(i);
            }
        }

        return late;
    }
}
