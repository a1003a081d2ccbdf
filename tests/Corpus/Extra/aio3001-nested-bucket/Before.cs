using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001NestedBucket.Before;

public sealed class HandlePool
{
    private readonly Bucket[] _buckets = { new Bucket(), new Bucket() };

    public void Return(IntPtr handle) => _buckets[(int)((long)handle & 1)].Put(handle);

    public bool TryRent(int which, out IntPtr handle) => _buckets[which].TryTake(out handle);

    public int Drop(int which) => _buckets[which].DropAll();

    private sealed class Bucket
    {
        private readonly IntPtr[] _items = new IntPtr[64];
        private readonly object _sync = new object();
        private int _size;

        internal void Put(IntPtr handle)
        {
            lock (_sync)
            {
                if (_size < _items.Length)
                {
                    _items[_size++] = handle;
                }
            }
        }

        internal bool TryTake(out IntPtr handle)
        {
            lock (_sync)
            {
                handle = _size > 0 ? _items[--_size] : IntPtr.Zero;
                return handle != IntPtr.Zero;
            }
        }

        internal int DropAll()
        {
            int dropped = _size;
            _size = 0;
            return dropped;
        }
    }
}
