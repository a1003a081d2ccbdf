using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002LoopCount;

public sealed class Fleet
{
    private readonly List<Car> _cars = new();

    public Car Take()
    {
        if (!Reclaim())
        {
            var car = new Car();
            lock (_cars)
            {
                _cars.Add(car);
            }

            return car;
        }

        return Free();
    }

    public void Scrap(Car car)
    {
        lock (_cars)
        {
            _cars.Remove(car);
        }
    }

    private bool Reclaim()
    {
        bool isFound = false;
        int count;
        lock (_cars)
        {
            count = _cars.Count;
            for (int i = 0; i < count; ++i)
            {
                if (_cars[i].IsLost)
                {
                    _cars[i].IsLost = false;
                    isFound = true;
                }
            }
        }

        return isFound;
    }

    private Car Free()
    {
        lock (_cars)
        {
            return _cars[0];
        }
    }

    public sealed class Car
    {
        internal volatile bool IsLost;
    }
}
