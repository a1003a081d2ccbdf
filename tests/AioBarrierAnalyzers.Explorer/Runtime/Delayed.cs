using AioBarrierAnalyzers.Explorer.Memory;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>What a local variable becomes whose load may take its value as late as its first use.</summary>
public readonly struct Delayed<T>
{
    private readonly T _value;
    private readonly PendingLoadOf<T>? _pending;

    internal Delayed(PendingLoadOf<T> pending)
    {
        _pending = pending;
        _value = default!;
    }

    private Delayed(T value)
    {
        _pending = null;
        _value = value;
    }

    /// <summary>The value: it is taken now if it was not yet.</summary>
    public T Value => _pending is null ? _value : _pending.Take();

    /// <summary>A value that is known.</summary>
    public static implicit operator Delayed<T>(T value) => new(value);
}
