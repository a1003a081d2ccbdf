using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests.Classics;

/// <summary>Storing a reference is a release for what it leads to, and what is read through a loaded reference is ordered behind the load.</summary>
public class PublicationTests
{
    private const string DoubleChecked = """
        sealed class Settings { public int Limit; public int[] Steps; public Settings() { Limit = 5; Steps = new int[1]; Steps[0] = 5; } }

        sealed class Holder
        {
            private readonly object _lock = new();
            private Settings _settings;
            private bool _ready;

            public Settings Get()
            {
                if ({TEST})
                {
                    lock (_lock)
                    {
                        if ({TEST})
                        {
                            _settings = new Settings();
                            _ready = true;
                        }
                    }
                }

                return _settings;
            }
        }

        [Scenario]
        sealed class TwoUsers
        {
            private readonly Holder _holder = new();

            [SimulatedThread] void First() => Use();
            [SimulatedThread] void Second() => Use();

            private void Use()
            {
                var settings = _holder.Get();
                Check.That(settings != null, "there are settings");
                Check.Equal(5, settings.Limit, "the limit");
                Check.Equal(5, settings.Steps[0], "the step");
            }
        }
        """;

    private const string Siblings = """
        sealed class Node { public int Value = 3; public Node Next; }

        sealed class List
        {
            public Node Head;
            public int Count;

            public void Add() { Count = 1; Head = new Node { Value = 4, Next = new Node() }; }
        }

        [Scenario]
        sealed class Reader
        {
            private readonly List _list = new();

            [SimulatedThread] void Adds() => _list.Add();
            [SimulatedThread] void Reads()
            {
                var head = _list.Head;
                if (head == null) return;
                Check.Equal({WANTED}, "what is published");
            }
        }
        """;

    [Fact]
    public void DoubleCheckedByReferenceLives() => Explored.Lives(DoubleChecked.Replace("{TEST}", "_settings == null"));

    [Fact]
    public void DoubleCheckedByFlagDies() => Explored.DiesOfWeakMemory(DoubleChecked.Replace("{TEST}", "!_ready"));

    [Fact]
    public void WhatTheReferenceLeadsToIsThere() => Explored.Lives(Siblings.Replace("{WANTED}", "7, head.Value + head.Next.Value"));

    [Fact]
    public void WhatLiesBesideItIsNot() => Explored.DiesOfWeakMemory(Siblings.Replace("{WANTED}", "1, _list.Count"));

    [Fact]
    public void AnInitializerIsSeenLateThroughAFlag() => Explored.DiesOfWeakMemory("""
        sealed class Box { public readonly int Value = 9; }
        sealed class Place { public Box Box; public int Ready; public static Box Last; }

        [Scenario]
        sealed class TwoWays
        {
            private readonly Place _place = new();
            private Box _known;

            [SimulatedThread] void Makes() { var box = new Box(); _known = box; _place.Ready = 1; }
            [SimulatedThread] void Uses() { if (_place.Ready == 1) Check.Equal(9, _known.Value, "the value"); }
        }
        """);
}
