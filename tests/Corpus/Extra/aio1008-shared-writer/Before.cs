using System;
using System.IO.MemoryMappedFiles;
using System.Threading;

namespace Corpus.Extra.Aio1008SharedWriter.Before;

public unsafe ref struct PageUpdate
{
    private readonly long* _sequence;

    public PageUpdate(byte* page)
    {
        _sequence = (long*)page;
        *_sequence = *_sequence + 1;
    }

    public void Dispose() => Volatile.Write(ref *_sequence, *_sequence + 1);
}

public sealed unsafe class TelemetryPage
{
    private readonly byte* _page;

    public TelemetryPage(MemoryMappedViewAccessor view)
    {
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _page);
    }

    private double* Values => (double*)(_page + 64);

    public void Publish(ReadOnlySpan<double> values)
    {
        using (new PageUpdate(_page))
        {
            for (int i = 0; i < values.Length; i++)
            {
                Values[i] = values[i];
            }
        }
    }
}
