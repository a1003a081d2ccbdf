using System;

namespace Corpus.Extra.Aio2003DirtyClearedLate.After;

public sealed class Document
{
    private readonly object _sync = new object();
    private readonly Action<string> _write;
    private string _text = "";
    private bool _isDirty;

    public Document(Action<string> write) => _write = write;

    public void Edit(string text)
    {
        lock (_sync)
        {
            _text = text;
            _isDirty = true;
        }
    }

    public bool Save()
    {
        string text;
        bool wasDirty;
        lock (_sync)
        {
            wasDirty = _isDirty;
            text = _text;
            _isDirty = false;
        }

        if (wasDirty)
        {
            _write(text);
        }

        return wasDirty;
    }
}
