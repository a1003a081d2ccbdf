using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace ExtraReaderOfItsOwn
{
    /// <summary>Cuts a roll into pieces. Not safe for several threads: each has one of its own.</summary>
    public sealed class RollCutter
    {
        private string _roll = "";
        private int _from;
        private bool _isTorn;

        public void Load(string roll)
        {
            _roll = roll;
            _from = 0;
            _isTorn = roll.Length == 0;
        }

        public string Cut(int length)
        {
            if (_isTorn || _from >= _roll.Length)
                return null;
            int end = Math.Min(_from + length, _roll.Length);
            string piece = _roll.Substring(_from, end - _from);
            _from = end;
            return piece;
        }
    }

    /// <summary>Packs rolls on a thread of its own.</summary>
    public sealed class Packer
    {
        private readonly RollCutter _cutter = new RollCutter();
        private readonly BlockingCollection<string> _rolls = new BlockingCollection<string>();
        private readonly ConcurrentQueue<string> _pieces = new ConcurrentQueue<string>();

        public Packer() => new Thread(Run) { IsBackground = true }.Start();

        public void Add(string roll) => _rolls.Add(roll);

        public bool TryTake(out string piece) => _pieces.TryDequeue(out piece);

        private void Run()
        {
            foreach (string roll in _rolls.GetConsumingEnumerable())
            {
                _cutter.Load(roll);
                string piece;
                while ((piece = _cutter.Cut(16)) != null)
                    _pieces.Enqueue(piece);
            }
        }
    }
}
