using System.Collections.Generic;
using AioBarrierAnalyzers.WellKnown;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>The names of what a piece of code gives back and takes.</summary>
internal sealed class ReleaseScan
{
    /// <summary>Stands for a lock that goes by no name.</summary>
    public const string Any = "*";

    public HashSet<string> Gives { get; } = new();

    public HashSet<string> Takes { get; } = new();

    /// <summary>The names of what it stores to: a claim is given back by a store.</summary>
    public HashSet<string> Stores { get; } = new();

    /// <summary>The code ends with less of the lock than it begins with.</summary>
    public bool GivesBack(LockKey key) => NameOf(key) is { } name &&
        (key.Family == LockFamily.Claim ? Stores.Contains(name) : Gives.Contains(name) && !Takes.Contains(name));

    /// <summary>The code may be the one that gives the lock back.</summary>
    public bool MayGiveBack(LockKey key) => NameOf(key) is { } name &&
        (key.Family == LockFamily.Claim ? Stores.Contains(name) : Gives.Contains(Any) || Gives.Contains(name));

    private static string? NameOf(LockKey key) => Terms.LastMember(key.Term) is { } member ? member.Substring(member.LastIndexOf('.') + 1)
        : key.Term.StartsWith("[", System.StringComparison.Ordinal) && key.Term.IndexOf('@') is > 0 and var at ? key.Term.Substring(1, at - 1) : null;
}
