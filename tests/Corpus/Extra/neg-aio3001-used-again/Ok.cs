namespace Corpus.Extra.NegAio3001UsedAgain;

public sealed class BodyWriter
{
    private readonly object _lock = new();
    private bool _isStarted;
    private bool _isChunked;
    private bool _isEnded;
    private int _pending;
    private byte[] _prefix;

    public void Reset()
    {
        _isStarted = false;
        _isChunked = false;
        _isEnded = false;
        _pending = 0;
        _prefix = null;
    }

    public void Start(byte[] prefix, bool chunked)
    {
        lock (_lock)
        {
            _isStarted = true;
            _isChunked = chunked;
            _prefix = prefix;
        }
    }

    public bool Write(int count)
    {
        lock (_lock)
        {
            if (!_isStarted || _isEnded)
                return false;
            _pending += _isChunked ? count + 4 : count;
            if (_prefix != null)
                _pending += _prefix.Length;
            _prefix = null;
            return true;
        }
    }

    public int Flush()
    {
        lock (_lock)
        {
            int flushed = _pending;
            _pending = 0;
            return flushed;
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _isEnded = true;
            _isStarted = false;
            _isChunked = false;
        }
    }
}
