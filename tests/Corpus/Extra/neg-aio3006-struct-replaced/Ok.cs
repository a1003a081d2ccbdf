using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3006StructReplaced;

public sealed unsafe class PlaneTable
{
    private readonly object _sync = new();
    private readonly Dictionary<int, Plane> _planes = new();
    private volatile bool _stopped;

    public PlaneTable() => new Thread(FadeLoop) { IsBackground = true }.Start();

    public void Stop() => _stopped = true;

    public void Replace(int key, int length)
    {
        var fresh = new Plane((byte*)NativeMemory.AllocZeroed((nuint)length), length);
        Plane old;
        bool hasOld;
        lock (_sync)
        {
            hasOld = _planes.TryGetValue(key, out old);
            _planes[key] = fresh;
        }

        if (hasOld)
        {
            NativeMemory.Free(old.Start);
        }
    }

    public bool Drop(int key)
    {
        Plane old;
        lock (_sync)
        {
            if (!_planes.TryGetValue(key, out old))
            {
                return false;
            }

            _planes.Remove(key);
        }

        NativeMemory.Free(old.Start);
        return true;
    }

    private void FadeLoop()
    {
        while (!_stopped)
        {
            lock (_sync)
            {
                foreach (Plane plane in _planes.Values)
                {
                    new Span<byte>(plane.Start, plane.Length).Fill(0);
                }
            }

            Thread.Sleep(10);
        }
    }

    private readonly struct Plane
    {
        public readonly byte* Start;
        public readonly int Length;

        public Plane(byte* start, int length)
        {
            Start = start;
            Length = length;
        }
    }
}
