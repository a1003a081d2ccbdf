using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2007HandlerTable.After;

public sealed class OpcodeTable
{
    private readonly object _reload = new();
    private Action<ReadOnlyMemory<byte>>[] _handlers = Array.Empty<Action<ReadOnlyMemory<byte>>>();

    public void Reload(IReadOnlyList<Action<ReadOnlyMemory<byte>>> handlers)
    {
        lock (_reload)
        {
            var next = new Action<ReadOnlyMemory<byte>>[handlers.Count];
            for (int i = 0; i < next.Length; i++)
            {
                next[i] = handlers[i];
            }

            Volatile.Write(ref _handlers, next);
        }
    }

    public bool Dispatch(int opcode, ReadOnlyMemory<byte> body)
    {
        Action<ReadOnlyMemory<byte>>[] handlers = Volatile.Read(ref _handlers);
        if ((uint)opcode >= (uint)handlers.Length)
        {
            return false;
        }

        handlers[opcode](body);
        return true;
    }
}
