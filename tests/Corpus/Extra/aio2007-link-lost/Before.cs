using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio2007LinkLost.Before;

public sealed class Session
{
    private Stream _link;

    public Session(Stream link)
    {
        _link = link;
        new Thread(Receive) { IsBackground = true }.Start();
    }

    public bool Send(byte[] frame)
    {
        if (_link == null)
        {
            return false;
        }

        _link.Write(frame, 0, frame.Length);
        return true;
    }

    private void Receive()
    {
        var buffer = new byte[4096];
        try
        {
            while (_link.Read(buffer, 0, buffer.Length) > 0)
            {
            }
        }
        catch (IOException)
        {
        }

        _link = null;
    }
}
