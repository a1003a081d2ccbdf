using System;
using System.Threading;

namespace Corpus.Extra.NegAio2007OwnRole;

public sealed class Courier
{
    private readonly AutoResetEvent _more = new AutoResetEvent(false);
    private volatile Action _parcel;

    public Courier() => new Thread(Run) { IsBackground = true }.Start();

    public bool IsBusy => _parcel != null;

    public bool TryGive(Action parcel)
    {
        if (_parcel != null)
        {
            return false;
        }

        _parcel = parcel;
        _more.Set();
        return true;
    }

    private void Run()
    {
        while (_more.WaitOne())
        {
            if (_parcel != null)
            {
                _parcel();
                _parcel = null;
            }
        }
    }
}
