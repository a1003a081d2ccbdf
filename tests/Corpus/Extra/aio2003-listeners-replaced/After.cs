using System;
using System.Collections.Immutable;

namespace Corpus.Extra.Aio2003ListenersReplaced.After;

public interface IChangeListener
{
    void OnChange(string key, string value);
}

public sealed class SettingsHub
{
    private ImmutableList<IChangeListener> _listeners = ImmutableList<IChangeListener>.Empty;
    private volatile Action<Exception> _failed;

    public int Count => System.Threading.Volatile.Read(ref _listeners).Count;

    public void Subscribe(IChangeListener listener)
    {
        if (listener == null)
            throw new ArgumentNullException(nameof(listener));
        ImmutableInterlocked.Update(ref _listeners, (list, added) => list.Add(added), listener);
    }

    public void Unsubscribe(IChangeListener listener)
    {
        ImmutableInterlocked.Update(ref _listeners, (list, removed) => list.Remove(removed), listener);
    }

    public void OnFailure(Action<Exception> failed) => _failed = failed;

    public void Publish(string key, string value)
    {
        foreach (IChangeListener listener in System.Threading.Volatile.Read(ref _listeners))
        {
            try
            {
                listener.OnChange(key, value);
            }
            catch (Exception e)
            {
                _failed?.Invoke(e);
            }
        }
    }
}
