using System.Collections.Generic;

namespace Corpus.Extra.NegAio3007ListOnDemand;

public sealed class FaultList
{
    private volatile List<string> _faults;

    public bool HasAny => _faults != null;

    public void Add(string why)
    {
        List<string> faults = _faults;
        if (faults == null)
        {
            _faults = faults = new List<string>(1);
        }

        faults.Add(why);
    }

    public List<string> Copy()
    {
        return new List<string>(_faults);
    }

    public int Count()
    {
        List<string> faults = _faults;
        return faults == null ? 0 : faults.Count;
    }
}
