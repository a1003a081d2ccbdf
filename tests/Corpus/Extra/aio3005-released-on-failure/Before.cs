using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005ReleasedOnFailure.Before;

public sealed class Catalogue
{
    private readonly SemaphoreSlim _one = new SemaphoreSlim(1);
    private readonly List<string> _titles = new List<string>();
    private readonly Func<string, string> _normalise;

    public Catalogue(Func<string, string> normalise) => _normalise = normalise;

    public void Add(string title)
    {
        _one.Wait();
        try
        {
            _titles.Add(_normalise(title));
        }
        catch (FormatException)
        {
            _one.Release();
            throw;
        }
    }

    public int Count()
    {
        _one.Wait();
        try
        {
            return _titles.Count;
        }
        finally
        {
            _one.Release();
        }
    }
}
