using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.NegAio2007Asserted;

public sealed class Parcel
{
    private string? _note;

    public void Start() => ThreadPool.QueueUserWorkItem(_ => Forget());

    public void Write(string note)
    {
        Debug.Assert(_note == null || _note.Length == 0, "The note was not taken.");
        _note = note;
    }

    public string? Read() => _note;

    private void Forget()
    {
        if (_note is { Length: > 0 })
        {
            Console.WriteLine("forgotten");
        }

        _note = null;
    }
}
