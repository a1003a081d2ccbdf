using System;
using System.Threading;

namespace Corpus.Extra.Aio2001ThreeStates
{
    /// <summary>Compiles a pattern when it is first used; who comes meanwhile spins until it is compiled.</summary>
    public sealed class CompiledPattern
    {
        private const int New = 0;
        private const int Compiling = 1;
        private const int Compiled = 2;

        private readonly Func<string, Predicate<string>> _compile;
        private readonly string _text;
        private Predicate<string> _pattern;
        private int _state;

        public CompiledPattern(string text, Func<string, Predicate<string>> compile)
        {
            _text = text;
            _compile = compile;
        }

        public bool IsMatch(string line)
        {
            var spin = new SpinWait();
            while (Volatile.Read(ref _state) != Compiled)
            {
                if (Claims())
                {
                    _pattern = _compile(_text);
                    Volatile.Write(ref _state, Compiled);
                }
                else
                {
                    spin.SpinOnce();
                }
            }

            return _pattern(line);
        }

        private bool Claims()
        {
            if (Volatile.Read(ref _state) != New)
            {
                return false;
            }

            Volatile.Write(ref _state, Compiling);
            return true;
        }
    }
}
