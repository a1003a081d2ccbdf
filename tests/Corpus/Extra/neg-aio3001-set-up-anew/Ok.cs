using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001SetUpAnew;

/// <summary>Begin is called between two requests, when the object has one owner: most of what it sets no lock guards anywhere.</summary>
public sealed class Exchange
{
    private readonly object _callbacksLock = new object();
    private Stack<Action> _callbacks;
    private string _method;
    private string _path;
    private int _status;
    private long _length;
    private bool _chunked;

    public string Line => _method + " " + _path;

    public void Begin()
    {
        _callbacks = null;
        _method = null;
        _path = null;
        _status = 200;
        _length = 0;
        _chunked = false;
    }

    public void Parse(string method, string path, long length)
    {
        _method = method;
        _path = path;
        _length = length;
        _chunked = length < 0;
    }

    public int Answer(int status) => _status = _chunked && _length == 0 ? 400 : status;

    public void OnDone(Action callback)
    {
        lock (_callbacksLock)
        {
            _callbacks ??= new Stack<Action>();
            _callbacks.Push(callback);
        }
    }

    public Stack<Action> TakeCallbacks()
    {
        lock (_callbacksLock)
        {
            Stack<Action> taken = _callbacks;
            _callbacks = null;
            return taken;
        }
    }
}
