using System;
using System.Collections.Concurrent;

namespace ExtraHubOfRooms
{
    /// <summary>Rooms by name, with those who listen in each. Safe for any number of threads.</summary>
    public sealed class RoomHub
    {
        private readonly ConcurrentDictionary<string, Room> _rooms = new ConcurrentDictionary<string, Room>();

        public void Enter(string name, Action<string> listener) => _rooms.GetOrAdd(name, static key => new Room(key)).Add(listener);

        public void Leave(string name, Action<string> listener)
        {
            if (_rooms.TryGetValue(name, out Room room))
                room.Remove(listener);
        }

        public void Say(string name, string text)
        {
            if (_rooms.TryGetValue(name, out Room room))
                room.Listeners?.Invoke(text);
        }

        private sealed class Room
        {
            private Action<string> _listeners;

            public Room(string name) => Name = name;

            public string Name { get; }

            public Action<string> Listeners => _listeners;

            public void Add(Action<string> listener)
            {
                lock (this)
                    _listeners += listener;
            }

            public void Remove(Action<string> listener)
            {
                lock (this)
                    _listeners -= listener;
            }
        }
    }
}
