using System;
using System.Threading;

namespace Corpus.Extra.Aio2003StaticLive.Before;

public sealed class NativeHandle
{
    private static int s_live;
    private readonly Action _free;

    private NativeHandle(Action free) => _free = free;

    ~NativeHandle()
    {
        _free();
        Volatile.Write(ref s_live, Volatile.Read(ref s_live) - 1);
    }

    public static int Live => Volatile.Read(ref s_live);

    public static NativeHandle Open(Action free, int limit)
    {
        if (Volatile.Read(ref s_live) >= limit)
        {
            throw new InvalidOperationException("too many handles");
        }

        Volatile.Write(ref s_live, Volatile.Read(ref s_live) + 1);
        return new NativeHandle(free);
    }
}
