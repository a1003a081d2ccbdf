using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3002TargetGivenBack.After;

public interface IRenderTarget : IDisposable
{
    bool IsLost { get; }

    int Width { get; }
}

public sealed class RenderTargetPool : IDisposable
{
    private readonly object _gate = new object();
    private readonly Func<int, IRenderTarget> _create;
    private readonly Queue<IRenderTarget> _free = new Queue<IRenderTarget>();
    private readonly int _width;
    private bool _isDisposed;

    public RenderTargetPool(Func<int, IRenderTarget> create, int width)
    {
        _create = create;
        _width = width;
    }

    public IRenderTarget Take()
    {
        lock (_gate)
        {
            if (_isDisposed)
                throw new ObjectDisposedException(nameof(RenderTargetPool));
            if (_free.Count > 0)
                return _free.Dequeue();
        }

        return _create(_width);
    }

    public void GiveBack(IRenderTarget target)
    {
        if (!target.IsLost && target.Width == _width)
        {
            lock (_gate)
            {
                if (!_isDisposed && _free.Count < 16)
                {
                    _free.Enqueue(target);
                    return;
                }
            }
        }

        target.Dispose();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            while (_free.Count > 0)
                _free.Dequeue().Dispose();
        }
    }
}
