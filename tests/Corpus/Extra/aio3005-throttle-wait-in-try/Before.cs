using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio3005ThrottleWaitInTry.Before;

public sealed class DownloadThrottle
{
    private readonly SemaphoreSlim _slots;
    private readonly Func<Uri, Stream> _open;

    public DownloadThrottle(int slots, Func<Uri, Stream> open)
    {
        if (slots < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(slots));
        }

        _slots = new SemaphoreSlim(slots);
        _open = open;
    }

    public int FreeSlots => _slots.CurrentCount;

    public long Download(Uri source, Stream target, CancellationToken token)
    {
        try
        {
            _slots.Wait(token);
            using Stream input = _open(source);
            long before = target.Position;
            input.CopyTo(target);
            return target.Position - before;
        }
        catch (IOException)
        {
            return -1;
        }
        finally
        {
            _slots.Release();
        }
    }
}
