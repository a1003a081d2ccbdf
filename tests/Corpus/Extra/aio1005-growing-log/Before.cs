using System;
using System.Threading;

namespace ExtraGrowingLog
{
    /// <summary>Lines in the order in which they came. Writers add under a lock, readers take no lock.</summary>
    public sealed class GrowingLog
    {
        private readonly object _gate = new object();
        private string[] _lines = new string[16];
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public void Append(string line)
        {
            lock (_gate)
            {
                if (_count == _lines.Length)
                {
                    var longer = new string[_count * 2];
                    Array.Copy(_lines, longer, _count);
                    Volatile.Write(ref _lines, longer);
                }

                _lines[_count] = line;
                Volatile.Write(ref _count, _count + 1);
            }
        }

        public string Last()
        {
            return Count == 0 ? null : Volatile.Read(ref _lines)[Count - 1];
        }

        public ReadOnlySpan<string> All() => new ReadOnlySpan<string>(Volatile.Read(ref _lines), 0, Count);
    }
}
