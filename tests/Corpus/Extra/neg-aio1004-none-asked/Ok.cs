using System;
using System.Threading;

namespace Corpus.Extra.NegAio1004NoneAsked;

public sealed class Ticket
{
    private readonly object _gate = new();
    private Ticket? _successor;
    private Exception? _error;
    private string? _text;
    private ManualResetEvent? _done;
    private bool _isDone;

    public void Fail(Exception error)
    {
        if (_successor != null)
        {
            _successor.Fail(error);
            return;
        }

        _error = error;
        lock (_gate)
        {
            _isDone = true;
            if (_done != null)
            {
                _done.Set();
            }
        }
    }

    public void Finish(string text, Desk desk)
    {
        if (_successor != null)
        {
            _successor.Finish(text, desk);
            return;
        }

        _text = text;
        lock (_gate)
        {
            bool again = false;
            try
            {
                desk.Check(text);
            }
            catch (OutOfMemoryException e)
            {
                _error = e;
            }
            catch
            {
                again = true;
            }

            if (again)
            {
                IAsyncResult next = desk.BeginNext();
                _successor = (Ticket)next.AsyncState!;
                if (_done != null)
                {
                    _successor._done = _done;
                }
            }
            else
            {
                _isDone = true;
                if (_done != null)
                {
                    _done.Set();
                }
            }
        }
    }

    public string? GetText()
    {
        if (_successor != null)
        {
            return _successor.GetText();
        }

        if (_error != null)
        {
            throw _error;
        }

        return _text;
    }

    public bool IsDone
    {
        get
        {
            if (_successor != null)
            {
                return _successor.IsDone;
            }

            lock (_gate)
            {
                return _isDone;
            }
        }
    }

    public abstract class Desk
    {
        public abstract void Check(string text);

        public abstract IAsyncResult BeginNext();
    }
}
