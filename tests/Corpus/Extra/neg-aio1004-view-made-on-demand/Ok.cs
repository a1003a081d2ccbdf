using System;
using System.IO;
using System.IO.MemoryMappedFiles;
using System.Threading;

namespace Corpus.Extra.NegAio1004ViewMadeOnDemand;

public sealed class MappedImage : IDisposable
{
    private readonly object _streamGuard = new object();
    private FileStream _stream;
    private MemoryMappedFile _map;

    public MappedImage(FileStream stream) => _stream = stream;

    public MemoryMappedViewAccessor View(long start, long size)
    {
        if (_map == null)
        {
            MemoryMappedFile made;
            lock (_streamGuard)
            {
                made = MemoryMappedFile.CreateFromFile(_stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            }

            if (Interlocked.CompareExchange(ref _map, made, null) != null)
                made.Dispose();
        }

        return _map.CreateViewAccessor(start, size);
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref _stream, null)?.Dispose();
        Interlocked.Exchange(ref _map, null)?.Dispose();
    }
}
