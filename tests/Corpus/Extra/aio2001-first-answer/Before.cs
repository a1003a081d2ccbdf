using System;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraFirstAnswer
{
    /// <summary>Something that only the first who comes gets.</summary>
    public class OnceOnly
    {
        private volatile bool _isTaken;

        public bool IsTaken => _isTaken;

        public bool TryTake()
        {
            if (_isTaken)
                return false;

            _isTaken = true;
            return true;
        }
    }

    /// <summary>Asks several mirrors at once and keeps the first answer; the others are thrown away.</summary>
    public sealed class MirrorQuestion
    {
        private readonly OnceOnly _first = new OnceOnly();
        private readonly Action<byte[]> _deliver;

        public MirrorQuestion(Action<byte[]> deliver) => _deliver = deliver;

        public void Ask(Func<byte[]>[] mirrors)
        {
            foreach (Func<byte[]> mirror in mirrors)
                Task.Run(() => Deliver(mirror()));
        }

        private void Deliver(byte[] answer)
        {
            if (_first.TryTake())
                _deliver(answer);
        }
    }
}
