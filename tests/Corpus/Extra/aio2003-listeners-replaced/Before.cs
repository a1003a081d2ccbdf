using System;
using System.Collections.Immutable;

namespace Corpus.Extra.Aio2003ListenersReplaced.Before;

public interface IChangeListener
{
    void OnChange(string key, string value);
}

public sealed class SettingsHub
{
    private volatile ImmutableList<IChangeListener> _listeners = ImmutableList<IChangeListener>.Empty;
    private volatile Action<Exception> _failed;

    public int Count => _listeners.Count;

    public void Subscribe(IChangeListener listener)
    {
        if (listener == null)
            throw new ArgumentNullException(nameof(listener));
        _listeners = _listeners.Add(listener);
    }

    public void Unsubscribe(IChangeListener listener)
    {
        _listeners = _listeners.Remove(listener);
    }

    public void OnFailure(Action<Exception> failed) => _failed = failed;

    public void Publish(string key, string value)
    {
        foreach (IChangeListener listener in _listeners)
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
