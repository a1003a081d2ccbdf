using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3005ChainOfResults;

public sealed class Convoy
{
    private readonly IReadOnlyDictionary<int, Wagon> _wagons;

    public Convoy(IReadOnlyDictionary<int, Wagon> wagons) => _wagons = wagons;

    public IEnumerable<string> Inspect(int first, int count)
    {
        Wagon? previous = null;
        try
        {
            for (int number = first; number < first + count; number++)
            {
                Wagon wagon = Find(number);
                Monitor.Enter(wagon);
                if (previous != null)
                {
                    Monitor.Exit(previous);
                }

                previous = wagon;
                foreach (string fault in wagon.Faults)
                {
                    yield return fault;
                }
            }
        }
        finally
        {
            if (previous != null)
            {
                Monitor.Exit(previous);
            }
        }
    }

    public void Repair(int number)
    {
        Wagon wagon = Find(number);
        Monitor.Enter(wagon);
        Wagon repaired = wagon;
        try
        {
            repaired.Faults.Clear();
        }
        finally
        {
            Monitor.Exit(wagon);
        }
    }

    public int Length(int number)
    {
        Wagon engine = Find(number);
        lock (engine)
        {
            int length = 1;
            Wagon wagon = engine;
            while (wagon.Next != null)
            {
                length++;
                wagon = wagon.Next;
            }

            return length;
        }
    }

    private Wagon Find(int number) => _wagons[number];

    public sealed class Wagon
    {
        public List<string> Faults { get; } = new List<string>();

        public Wagon? Next { get; set; }
    }
}
