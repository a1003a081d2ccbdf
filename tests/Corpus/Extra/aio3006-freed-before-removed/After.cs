using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Corpus.Extra.Aio3006FreedBeforeRemoved.After;

public sealed class NativeSession
{
    public IntPtr Block;
}

public sealed class NativeSessions
{
    private readonly object _sync = new object();
    private readonly Dictionary<int, NativeSession> _sessions = new Dictionary<int, NativeSession>();

    public void Open(int id)
    {
        var session = new NativeSession { Block = Marshal.AllocHGlobal(256) };
        lock (_sync)
        {
            _sessions.Add(id, session);
        }
    }

    public bool Write(int id, int offset, byte value)
    {
        lock (_sync)
        {
            if (!_sessions.TryGetValue(id, out NativeSession session))
            {
                return false;
            }

            Marshal.WriteByte(session.Block, offset, value);
            return true;
        }
    }

    public void Close(int id)
    {
        NativeSession session;
        lock (_sync)
        {
            if (!_sessions.TryGetValue(id, out session))
            {
                return;
            }

            _sessions.Remove(id);
        }

        Marshal.FreeHGlobal(session.Block);
    }
}
