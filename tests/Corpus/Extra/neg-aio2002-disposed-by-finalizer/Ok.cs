using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraDisposedByFinalizer
{
    public abstract class Handle : IDisposable
    {
        ~Handle() => Dispose(false);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected abstract void Dispose(bool disposing);
    }

    /// <summary>A line to a meter that several threads read.</summary>
    public sealed class MeterLine : Handle
    {
        private readonly object _gate = new object();
        private byte[] _buffer = new byte[256];
        private volatile int _reads;

        public int Read()
        {
            lock (_gate)
            {
                _reads++;
                return _buffer == null ? -1 : _buffer[0];
            }
        }

        protected override void Dispose(bool disposing)
        {
            byte[] buffer = _buffer;
            if (buffer != null)
            {
                _buffer = null;
                Array.Clear(buffer, 0, buffer.Length);
            }
        }
    }
}
