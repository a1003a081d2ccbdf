using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002IdleCloseOutside.Before;

public sealed class Channel
{
    private readonly object _usersLock = new object();
    private readonly HashSet<string> _users = new HashSet<string>();
    private int _isIdle;

    public void Join(string user)
    {
        lock (_usersLock)
        {
            _users.Add(user);
            Interlocked.Exchange(ref _isIdle, 0);
        }
    }

    public bool TryClose()
    {
        lock (_usersLock)
        {
            return Volatile.Read(ref _isIdle) == 1;
        }
    }

    public void Leave(string user)
    {
        lock (_usersLock)
        {
            _users.Remove(user);
        }
    }

    public void Sweep()
    {
        // Nobody is there.
        if (_users.Count == 0)
        {
            Interlocked.Exchange(ref _isIdle, 1);
        }
    }
}
