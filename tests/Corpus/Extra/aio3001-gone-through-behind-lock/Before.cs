using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3001GoneThroughBehindLock
{
    /// <summary>Tells everybody who asked for it of the current leader.</summary>
    public sealed class LeaderNews
    {
        private readonly object _gate = new object();
        private readonly List<Action<string>> _readers = new List<Action<string>>();
        private string _leader;

        public void Read(Action<string> reader)
        {
            lock (_gate)
            {
                _readers.Add(reader);
            }
        }

        public void Elect(string leader)
        {
            lock (_gate)
            {
                if (_leader == leader)
                {
                    return;
                }

                _leader = leader;
            }

            foreach (Action<string> reader in _readers)
            {
                reader(leader);
            }
        }
    }
}
