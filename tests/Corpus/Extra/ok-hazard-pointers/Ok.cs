using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.OkHazardPointers;

public sealed unsafe class NativeTable
{
    private readonly nint[] _inUse;
    private readonly List<nint> _retired = new List<nint>();
    private nint _current;

    public NativeTable(int readers, int entries)
    {
        _inUse = new nint[readers];
        _current = (nint)NativeMemory.AllocZeroed((nuint)entries, sizeof(long));
    }

    public long Read(int reader, int index)
    {
        nint table = Volatile.Read(ref _current);
        while (true)
        {
            Interlocked.Exchange(ref _inUse[reader], table);
            nint again = Volatile.Read(ref _current);
            if (again == table)
            {
                break;
            }

            table = again;
        }

        long value = ((long*)table)[index];
        Volatile.Write(ref _inUse[reader], 0);
        return value;
    }

    public void Replace(long[] content)
    {
        var fresh = (long*)NativeMemory.Alloc((nuint)content.Length, sizeof(long));
        for (int i = 0; i < content.Length; i++)
        {
            fresh[i] = content[i];
        }

        lock (_retired)
        {
            _retired.Add(Interlocked.Exchange(ref _current, (nint)fresh));
            for (int i = _retired.Count - 1; i >= 0; i--)
            {
                if (!IsInUse(_retired[i]))
                {
                    NativeMemory.Free((void*)_retired[i]);
                    _retired.RemoveAt(i);
                }
            }
        }
    }

    private bool IsInUse(nint table)
    {
        for (int i = 0; i < _inUse.Length; i++)
        {
            if (Volatile.Read(ref _inUse[i]) == table)
            {
                return true;
            }
        }

        return false;
    }
}
