using System;
using System.Globalization;
using System.Text;
using System.Threading;

namespace Corpus.Extra.Aio2005DateLine.Before;

public sealed class DateLine : IDisposable
{
    private readonly Timer _timer;
    private readonly string _product;
    private ReadOnlyMemory<byte> _line;
    private int _served;

    public DateLine(string product)
    {
        _product = product;
        Render(null);
        _timer = new Timer(Render, null, 1000, 1000);
    }

    public int Served => Volatile.Read(ref _served);

    public int Write(Span<byte> destination)
    {
        ReadOnlySpan<byte> line = _line.Span;
        if (destination.Length < line.Length)
        {
            return 0;
        }

        line.CopyTo(destination);
        Interlocked.Increment(ref _served);
        return line.Length;
    }

    public void Dispose() => _timer.Dispose();

    private void Render(object state)
    {
        string date = DateTime.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        string text = "Server: " + _product + " (" + Served + ")\r\nDate: " + date + "\r\n";
        _line = Encoding.ASCII.GetBytes(text);
    }
}
