using System;
using System.Collections;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio1003WalkerOfOne;

public sealed class Letters : IEnumerable<string>
{
    private readonly object _gate = new();
    private readonly List<string> _letters = new();

    public void Add(string letter)
    {
        lock (_gate)
        {
            _letters.Add(letter);
        }
    }

    public IEnumerator<string> GetEnumerator() => new Walker(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Walker : IEnumerator<string>
    {
        private readonly Letters _owner;
        private string _current = string.Empty;
        private int _at = -1;

        internal Walker(Letters owner) => _owner = owner;

        public string Current
        {
            get
            {
                if (_at < 0)
                {
                    throw new InvalidOperationException();
                }

                return _current;
            }
        }

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            lock (_owner._gate)
            {
                while (_at + 1 < _owner._letters.Count)
                {
                    _at++;
                    if (_owner._letters[_at].Length > 0)
                    {
                        _current = _owner._letters[_at];
                        return true;
                    }
                }
            }

            return false;
        }

        public void Reset() => _at = -1;

        public void Dispose()
        {
        }
    }
}
