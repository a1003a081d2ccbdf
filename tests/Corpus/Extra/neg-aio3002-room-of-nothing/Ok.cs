using System;
using System.Collections.Generic;

/// <summary>Chat rooms by name. A room is there from the first visit on; screens are hung up in it, and everybody speaks to them.</summary>
public sealed class RoomDirectory
{
    private readonly object _door = new object();
    private readonly Dictionary<string, Room> _rooms = new Dictionary<string, Room>();

    public string Describe(string name) => Enter(name).Title;

    public void Say(string name, string words)
    {
        Room room;
        lock (_door)
        {
            if (!_rooms.TryGetValue(name, out room))
                return;
        }

        room.Show(words);
    }

    private Room Enter(string name)
    {
        Room room = Known(name);
        return room != null ? room : Build(name);
    }

    private Room Known(string name)
    {
        lock (_door)
        {
            return _rooms.TryGetValue(name, out Room room) ? room : null;
        }
    }

    private Room Build(string name)
    {
        var room = new Room(name);
        lock (_door)
        {
            _rooms[name] = room;
        }

        return room;
    }

    private sealed class Room
    {
        private readonly string _name;

        public Room(string name) => _name = name;

        public string Title => "Room " + _name;

        public void Show(string words) => Console.WriteLine(_name + ": " + words);
    }
}
