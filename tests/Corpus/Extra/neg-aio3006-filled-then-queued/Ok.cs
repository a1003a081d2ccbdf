using System;
using System.Buffers;
using System.Threading;

namespace Corpus.Extra.NegAio3006FilledThenQueued;

/// <summary>A page of a report: written line by line, then sent to a printer.</summary>
public sealed class ReportPage
{
    private char[] _text = ArrayPool<char>.Shared.Rent(80);
    private int _length;
    private int _copies;

    public int Copies => Volatile.Read(ref _copies);

    public string Text => new string(_text, 0, _length);

    public void Write(string line)
    {
        while (_text.Length < _length + line.Length)
        {
            char[] longer = ArrayPool<char>.Shared.Rent(_text.Length * 2);
            Array.Copy(_text, longer, _length);
            ArrayPool<char>.Shared.Return(_text);
            _text = longer;
        }

        line.CopyTo(0, _text, _length, line.Length);
        _length += line.Length;
    }

    public void NoteCopy() => Interlocked.Increment(ref _copies);
}

public interface IPrinter
{
    void Print(string text);
}

/// <summary>Has the same page printed by all printers.</summary>
public sealed class PrintRoom
{
    private readonly IPrinter[] _printers;

    public PrintRoom(params IPrinter[] printers) => _printers = printers;

    public ReportPage Print(string[] lines)
    {
        var page = new ReportPage();
        foreach (string line in lines)
        {
            page.Write(line);
        }

        foreach (IPrinter printer in _printers)
        {
            ReportPage copy = page;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                printer.Print(copy.Text);
                copy.NoteCopy();
            });
        }

        return page;
    }
}
