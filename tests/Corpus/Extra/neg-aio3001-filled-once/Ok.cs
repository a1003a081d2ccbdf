using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001FilledOnce;

/// <summary>The lists are filled once, under the lock and before the volatile flag is set; who has seen the flag reads them freely.</summary>
public sealed class Converters
{
    private readonly object _fillLock = new object();
    private readonly List<Func<Type, object>> _special = new List<Func<Type, object>>();
    private readonly List<Func<Type, object>> _general = new List<Func<Type, object>>();
    private readonly IEnumerable<Func<Type, object>> _source;
    private volatile bool _isFilled;

    public Converters(IEnumerable<Func<Type, object>> source) => _source = source;

    public object Find(Type type)
    {
        if (!_isFilled)
        {
            Fill();
        }

        foreach (Func<Type, object> each in _special)
        {
            if (each(type) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public object FindGeneral(Type type)
    {
        if (!_isFilled)
        {
            Fill();
        }

        return _general.Count > 0 ? _general[0](type) : null;
    }

    private void Fill()
    {
        lock (_fillLock)
        {
            if (_isFilled)
            {
                return;
            }

            foreach (Func<Type, object> each in _source)
            {
                _special.Add(each);
                _general.Add(each);
            }

            _isFilled = true;
        }
    }
}
