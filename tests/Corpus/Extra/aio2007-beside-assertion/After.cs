using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.Aio2007BesideAssertion.After;

public sealed class Notice
{
    private string? _text = "new";

    public void Start() => ThreadPool.QueueUserWorkItem(_ => Forget());

    public int Measure()
    {
        Debug.Assert(_text == null || _text.Length > 0, "A notice has a text.");
        string? text = _text;
        return text is null ? 0 : text.Length;
    }

    private void Forget()
    {
        Console.WriteLine("forgotten");
        _text = null;
    }
}
