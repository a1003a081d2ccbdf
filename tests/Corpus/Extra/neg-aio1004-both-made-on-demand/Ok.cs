using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.NegAio1004BothMadeOnDemand;

public sealed class Header
{
    public Header(int sections) => Sections = sections;

    public int Sections { get; }
}

public sealed class SectionReader : IDisposable
{
    private readonly object _streamGuard = new object();
    private readonly Stream _stream;
    private Header _header;
    private byte[][] _sections;

    public SectionReader(Stream stream) => _stream = stream;

    public Header Header
    {
        get
        {
            if (_header == null)
                ReadHeader();
            return _header;
        }
    }

    public byte[] Section(int index)
    {
        if (_sections == null)
            Interlocked.CompareExchange(ref _sections, new byte[Header.Sections][], null);
        var bytes = new byte[Header.Sections * 16];
        lock (_streamGuard)
            _stream.Read(bytes, 0, bytes.Length);
        Interlocked.CompareExchange(ref _sections[index], bytes, null);
        return _sections[index];
    }

    public void Dispose()
    {
        _header = null;
        _stream.Dispose();
    }

    private void ReadHeader()
    {
        Header made;
        lock (_streamGuard)
            made = new Header(_stream.ReadByte());
        Interlocked.CompareExchange(ref _header, made, null);
    }
}
