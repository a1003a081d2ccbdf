using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraCountedFromRead
{
    /// <summary>A stack that its owner fills from where other threads leave things.</summary>
    public sealed class ReturnStack
    {
        private sealed class Item
        {
            public int Given;
            public int Taken;
        }

        private readonly ConcurrentQueue<Item> _left = new ConcurrentQueue<Item>();
        private readonly Item[] _items = new Item[64];
        private int _size;
        private volatile bool _isOpen = true;

        public void Leave()
        {
            if (_isOpen)
            {
                _left.Enqueue(new Item { Given = 1 });
            }
        }

        public void Close() => _isOpen = false;

        public bool TryTake()
        {
            int size = _size;
            if (size == 0 || !_isOpen)
            {
                return false;
            }

            size--;
            Item item = _items[size];
            _items[size] = null;
            item.Given = 0;
            item.Taken = 0;
            _size = size;
            return true;
        }

        public bool Gather()
        {
            int size = _size;
            while (size < _items.Length && _left.TryDequeue(out Item item))
            {
                if (item.Taken == 0)
                {
                    item.Taken = item.Given;
                }

                _items[size++] = item;
            }

            if (_size == size)
            {
                return false;
            }

            _size = size;
            return true;
        }
    }
}
