using System;
using System.Threading;

namespace ExtraArrayThatStays
{
    /// <summary>A board of fixed size, a shelf that grows under its lock, and a table that is made for as many as are announced.</summary>
    public sealed class Boards
    {
        private readonly object _gate = new object();
        private readonly int[] _board = new int[64];
        private int[] _shelf = new int[4];
        private int[] _table = Array.Empty<int>();
        private int _marks;
        private int _items;
        private int _announced;

        public void Mark(int value)
        {
            lock (_gate)
            {
                if (_marks == _board.Length)
                    return;
                _board[_marks] = value;
                Volatile.Write(ref _marks, _marks + 1);
            }
        }

        public ReadOnlySpan<int> Marks() => new ReadOnlySpan<int>(_board, 0, Volatile.Read(ref _marks));

        public void Shelve(int value)
        {
            lock (_gate)
            {
                if (_items == _shelf.Length)
                {
                    var longer = new int[_items * 2];
                    Array.Copy(_shelf, longer, _items);
                    _shelf = longer;
                }

                _shelf[_items] = value;
                Volatile.Write(ref _items, _items + 1);
            }
        }

        public int[] Shelved()
        {
            lock (_gate)
                return new ArraySegment<int>(_shelf, 0, Volatile.Read(ref _items)).ToArray();
        }

        public bool IsShelfEmpty() => Volatile.Read(ref _items) == 0;

        public void Announce(int count)
        {
            lock (_gate)
            {
                Volatile.Write(ref _announced, count);
                Volatile.Write(ref _table, new int[count]);
            }
        }

        public int Announced() => Volatile.Read(ref _announced);
    }
}
