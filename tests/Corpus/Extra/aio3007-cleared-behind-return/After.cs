using System;
using System.Collections.Concurrent;

namespace Corpus.Extra.Aio3007ClearedBehindReturn
{
    public sealed class ParseState
    {
        public string Source;
        public int Position;
    }

    /// <summary>Parses documents on any number of threads; the states are used again.</summary>
    public sealed class DocumentParser
    {
        private readonly ConcurrentBag<ParseState> _states = new ConcurrentBag<ParseState>();
        private readonly Action<ParseState> _parse;

        public DocumentParser(Action<ParseState> parse)
        {
            _parse = parse;
        }

        public ParseState Begin(string source)
        {
            if (!_states.TryTake(out ParseState state))
            {
                state = new ParseState();
            }

            state.Source = source;
            _parse(state);
            return state;
        }

        public void End(ParseState state)
        {
            state.Source = null;
            state.Position = 0;
            _states.Add(state);
        }
    }
}
