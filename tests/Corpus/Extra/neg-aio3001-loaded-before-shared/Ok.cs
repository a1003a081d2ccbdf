using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001LoadedBeforeShared;

public sealed class Names
{
    private readonly object _sync = new object();
    private readonly List<string> _names = new List<string>();

    public void Load(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            _names.Add(name);
        }

        new Thread(Refresh).Start();
    }

    private void Refresh()
    {
        lock (_sync)
        {
            _names.Sort();
            _names.Add("last");
        }
    }
}
