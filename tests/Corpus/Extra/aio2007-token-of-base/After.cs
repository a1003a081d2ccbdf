using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraTokenOfBase
{
    /// <summary>Keeps the token of a session; whoever watches the session takes it away.</summary>
    public abstract class SessionClient
    {
        protected sealed class Token
        {
            public Token(string text, int rank)
            {
                Text = text;
                Rank = rank;
            }

            public string Text { get; }

            public int Rank { get; }
        }

        private Token _token;

        protected Token Current => Volatile.Read(ref _token);

        protected bool IsOpen => Current != null;

        public void OnOpened(string text, int rank) => Volatile.Write(ref _token, new Token(text, rank));

        public bool OnClosed() => Interlocked.Exchange(ref _token, null) != null;
    }

    public sealed class OrderClient : SessionClient
    {
        public bool TrySign(IDictionary<string, string> head)
        {
            Token token = Current;
            if (token == null)
            {
                return false;
            }

            head["token"] = token.Text;
            return true;
        }
    }
}
