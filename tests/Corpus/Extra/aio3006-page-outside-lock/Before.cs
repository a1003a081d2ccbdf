using System;
using System.Buffers;

namespace Corpus.Extra.Aio3006PageOutsideLock.Before;

public sealed class ScratchPage
{
    private readonly object _sync = new object();
    private byte[] _page;

    public void Fill(byte value)
    {
        lock (_sync)
        {
            if (_page == null)
            {
                _page = ArrayPool<byte>.Shared.Rent(1024);
            }

            Array.Fill(_page, value);
        }
    }

    public int Sum()
    {
        lock (_sync)
        {
            int sum = 0;
            for (int i = 0; _page != null && i < _page.Length; i++)
            {
                sum += _page[i];
            }

            return sum;
        }
    }

    public void Trim()
    {
        ArrayPool<byte>.Shared.Return(_page);
        lock (_sync)
        {
            _page = null;
        }
    }
}
