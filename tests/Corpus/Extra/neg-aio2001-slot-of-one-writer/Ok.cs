using System.Threading;

namespace Corpus.Extra.NegAio2001SlotOfOneWriter
{
    /// <summary>Hands one frame at a time from the camera thread to the screen thread.</summary>
    public sealed class FrameSlot
    {
        private const int Empty = 0;
        private const int Writing = 1;
        private const int Full = 2;

        private byte[] _frame;
        private int _state;

        /// <summary>Called by the camera thread; waits until the last frame is shown.</summary>
        public void Write(byte[] frame)
        {
            var spin = new SpinWait();
            while (Volatile.Read(ref _state) != Empty)
            {
                spin.SpinOnce();
            }

            Volatile.Write(ref _state, Writing);
            _frame = frame;
            Volatile.Write(ref _state, Full);
        }

        /// <summary>Called by the screen thread.</summary>
        public byte[] TryRead()
        {
            if (Volatile.Read(ref _state) != Full)
            {
                return null;
            }

            byte[] frame = _frame;
            Volatile.Write(ref _state, Empty);
            return frame;
        }
    }
}
