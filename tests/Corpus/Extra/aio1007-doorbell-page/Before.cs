using System;
using System.Threading;

namespace Corpus.Extra.Aio1007DoorbellPage.Before;

public sealed unsafe class DeviceChannel
{
    private const int CommandWord = 0;
    private const int DoorbellWord = 1;
    private const int StatusWord = 2;

    private readonly uint* _registers;

    public DeviceChannel(nint mappedPage)
    {
        _registers = (uint*)mappedPage;
    }

    public uint Execute(uint command)
    {
        Volatile.Write(ref _registers[CommandWord], command);
        Interlocked.Exchange(ref _registers[DoorbellWord], 0u);
        while (_registers[DoorbellWord] == 0)
        {
        }

        return Volatile.Read(ref _registers[StatusWord]);
    }

    public void Reset()
    {
        if (Execute(0xdead) != 0)
        {
            throw new InvalidOperationException("The device did not reset.");
        }
    }
}
