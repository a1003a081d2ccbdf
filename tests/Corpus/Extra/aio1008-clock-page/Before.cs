using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1008ClockPage.Before;

[StructLayout(LayoutKind.Sequential)]
public struct TimePage
{
    public uint Sequence;
    public uint Scale;
    public long BaseCounter;
    public long BaseNanoseconds;
}

public sealed unsafe class PageClock
{
    private readonly TimePage* _page;

    public PageClock(nint page)
    {
        _page = (TimePage*)page;
    }

    public long Nanoseconds(long counter)
    {
        uint sequence;
        long nanoseconds;
        do
        {
            sequence = Begin();
            long elapsed = counter - _page->BaseCounter;
            nanoseconds = _page->BaseNanoseconds + ((elapsed * _page->Scale) >> 16);
        }
        while (Changed(sequence));

        return nanoseconds;
    }

    private uint Begin()
    {
        uint sequence;
        while (((sequence = Volatile.Read(ref _page->Sequence)) & 1) != 0)
        {
            Thread.SpinWait(4);
        }

        return sequence;
    }

    private bool Changed(uint sequence)
    {
        return Volatile.Read(ref _page->Sequence) != sequence;
    }
}
