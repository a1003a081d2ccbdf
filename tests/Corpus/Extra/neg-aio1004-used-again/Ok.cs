using System;
using System.Threading;

namespace Corpus.Extra.NegAio1004UsedAgain;

public sealed class Errand
{
    private static readonly Action<object?> s_free = _ => { };
    private static readonly Action<object?> s_done = _ => { };
    private Action<object?>? _then = s_free;
    private object? _state;
    private object? _context;
    private string? _result;
    private Exception? _error;

    public bool TryTake()
    {
        if (ReferenceEquals(Interlocked.CompareExchange(ref _then, null, s_free), s_free))
        {
            _state = null;
            _context = null;
            _result = null;
            _error = null;
            return true;
        }

        return false;
    }

    public void Then(Action<object?> then, object? state, object? context)
    {
        _state = state;
        _context = context;
        Action<object?>? before = Interlocked.CompareExchange(ref _then, then, null);
        if (before != null)
        {
            then(state);
        }
    }

    public void Finish(string result)
    {
        _result = result;
        if (_then != null || Interlocked.CompareExchange(ref _then, s_done, null) != null)
        {
            if (_context == null)
            {
                Action<object?> then = Volatile.Read(ref _then)!;
                _then = s_done;
                then(_state);
            }
            else
            {
                ThreadPool.QueueUserWorkItem(_ => Run());
            }
        }
    }

    public string? GetResult()
    {
        string? result = _result;
        Exception? error = _error;
        Volatile.Write(ref _then, s_free);
        return error is null ? result : throw error;
    }

    private void Run()
    {
        Action<object?> then = Volatile.Read(ref _then)!;
        _then = s_done;
        then(_state);
    }
}
