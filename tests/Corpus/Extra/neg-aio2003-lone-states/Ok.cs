using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003LoneStates;

public sealed class Door
{
    private const int Open = 1;
    private const int Lit = 2;

    private volatile int _state;

    public bool IsOpen => (_state & Open) != 0;

    public bool IsLit => (_state & Lit) != 0;

    /// <summary>The controller's thread only.</summary>
    public void OnOpened()
    {
        int before = _state;
        _state = before | Open;
    }

    /// <summary>The controller's thread only.</summary>
    public void OnLight()
    {
        int before = _state;
        _state = before | Lit;
    }
}
