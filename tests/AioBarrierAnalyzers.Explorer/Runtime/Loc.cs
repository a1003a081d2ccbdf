namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>What a <c>ref</c> becomes in a rewritten program: the same reference, and the object that it leads into, which gives it an identity.</summary>
public readonly ref struct Loc<T>
{
    /// <summary>The storage.</summary>
    public readonly ref T Value;

    /// <summary>The object it is in; null when it is a local variable that only one thread can see.</summary>
    public readonly object? Owner;

    /// <summary>Makes one.</summary>
    public Loc(object? owner, ref T value)
    {
        Owner = owner;
        Value = ref value;
    }
}
