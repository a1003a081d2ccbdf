using System;
using System.Collections.Concurrent;

namespace ExtraRoomsOfOneCaller
{
    /// <summary>Desks, each of which one clerk has opened and alone works at; the hub counts them for anybody.</summary>
    public sealed class DeskHub
    {
        private readonly ConcurrentDictionary<int, Desk> _desks = new ConcurrentDictionary<int, Desk>();

        public int Count => _desks.Count;

        public Desk Open(int number)
        {
            var desk = new Desk(number);
            if (!_desks.TryAdd(number, desk))
                throw new InvalidOperationException("There is such a desk.");
            desk.Listen(Log);
            return desk;
        }

        public void Close(Desk desk) => _desks.TryRemove(desk.Number, out _);

        private static void Log(string text) => Console.WriteLine(text);

        public sealed class Desk
        {
            private Action<string> _listeners;

            internal Desk(int number) => Number = number;

            public int Number { get; }

            internal void Listen(Action<string> listener) => _listeners += listener;

            public void Say(string text) => _listeners?.Invoke(text);
        }
    }
}
