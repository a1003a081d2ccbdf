using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Explorer.Runtime;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>A load that has begun, of all the words of a value.</summary>
internal sealed class PendingLoadOf<T> : PendingLoad
{
    private readonly SimulatedThread _thread;
    private readonly Location[] _locations;
    private readonly long[] _floors;
    private readonly int _site;
    private T _value = default!;
    private bool _isTaken;

    public PendingLoadOf(SimulatedThread thread, Location[] locations, long[] floors, int site)
    {
        _thread = thread;
        _locations = locations;
        _floors = floors;
        _site = site;
        thread.Memory.Pending.Add(this);
    }

    public T Take()
    {
        if (!_isTaken && !_thread.Execution.IsOver)
        {
            // Others may come first once more; that may even take the value.
            _thread.Execution.Point(_thread);
        }

        Complete();
        return _value;
    }

    internal override bool Reads(Location location) => System.Array.IndexOf(_locations, location) >= 0;

    internal override void Complete()
    {
        if (_isTaken) return;

        _isTaken = true;
        _thread.Memory.Pending.Remove(this);
        var memory = _thread.Execution.Memory;
        ref var start = ref Unsafe.As<T, byte>(ref _value);
        for (var i = 0; i < _locations.Length; i++)
        {
            var word = Layout<T>.Words[i];
            ref var at = ref Unsafe.Add(ref start, word.Offset);
            if (_locations[i] is LocationOf<object?> reference)
            {
                Unsafe.As<byte, object?>(ref at) = memory.LoadLate(_thread, reference, _floors[i]).Value;
            }
            else
            {
                Bits.Write(ref at, word.Size, memory.LoadLate(_thread, (LocationOf<ulong>)_locations[i], _floors[i]).Value);
            }
        }

        var site = _thread.Execution.Sites[_site];
        _thread.Execution.Trace?.Add(_thread, site, $"... {site.Text} -> {Format.Value(_value)}", "the load takes its value only now");
    }
}
