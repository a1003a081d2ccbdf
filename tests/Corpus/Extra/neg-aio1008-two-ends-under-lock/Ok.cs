using System;

namespace ExtraTwoEndsUnderLock
{
    public sealed class Block
    {
        public int End;
    }

    public sealed class Roll
    {
        private readonly object _write = new object();
        private readonly object _return = new object();
        private Action<Block> _sink;
        private Block _head;
        private Block _tail;
        private int _sent;
        private int _reserved;

        public void Open(Action<Block> sink)
        {
            lock (_return)
            {
                _sink = sink;
                _head = _tail = new Block();
            }
        }

        public void Append(int length)
        {
            lock (_write)
            {
                int end = _reserved + length;
                _reserved = end;
                _tail.End = end;
                _sent = end;
            }
        }

        public bool GiveBack()
        {
            lock (_return)
            {
                if (_sent == _reserved && _head == _tail && _reserved == _tail.End)
                {
                    _sink(_head);
                    _head = null;
                    _tail = null;
                    return true;
                }

                return false;
            }
        }
    }
}
